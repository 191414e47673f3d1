"""What of Learn's Markdown has to be written anew, as one regular expression."""

from __future__ import annotations

import re

_TEXT = r"(?:[^\[\]\\\n]|\\.|\n(?![ \t]*\n)|\[(?:[^\[\]\\\n]|\\.)*\])*"
_TARGET = r"[ \t]*\n?[ \t]*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)"
_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\n?[ \t]*"""
TOKEN = re.compile(
    rf"""
      (?P<as_it_is> (?<!`)(?P<ticks>`+)(?!`) (?:[^\n]|\n(?![ \t]*\n))+? (?<!`)(?P=ticks)(?!`)
        | \\[^\n] | <[a-z]+:[^\s<>]*> )
    | (?P<comment> <!--(?P<comment_text>.{{0,5000}}?)--> )
    | (?P<include> \[!INCLUDE[ \t]*\[(?P<include_title>[^\]\n]*)\]\((?P<include_path>[^)\n]*)\)\] )
    | (?P<alert> ^(?P<quote>[ \t]*(?:>[ \t]*)+)\[!(?P<alert_name>NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]
        (?P<alert_text>[ \t]*(?=\S))? )
    | (?P<dropped_line> ^[ \t>]*\[!div\b[^\]\n]*\][ \t]*(?:\n|\Z) )
    | (?P<video> (?:^[ \t>]*)?\[!VIDEO[ \t]+(?P<video_url>[^\]\s]+)[ \t]*\] )
    | (?P<image> :::[ \t]*image\s(?P<image_attributes>(?:"[^"]*"|(?!:::)[^"])*)::: )
    | (?P<no_loc> :::[ \t]*no-loc\s+text="(?P<no_loc_text>[^"]*)"[^:\n]*::: )
    | (?P<code> ^(?P<code_indent>[ \t]*):::[ \t]*code\s(?P<code_attributes>[^\n]*?):::[ \t]*$ )
    | (?P<directive> ^[ \t>]*:::[ \t]*(?P<directive_text>(?:(?:row|column|zone|moniker)(?:-end)?|image-end)\b[^\n]*?)
        (?::::)?[ \t]*(?:\n|\Z) )
    | (?P<tab> ^(?P<tab_level>\#{{1,6}})[ \t]+\[(?P<tab_title>{_TEXT})\]\(\#tab/[^)\n]*\)[ \t]*$ )
    | (?P<heading> ^(?P<heading_level>\#{{1,6}})(?=[ \t]) )
    | (?P<rule> ^[ ]{{0,3}}(?:\*[ \t]*){{3,}}$ | ^[ ]{{0,3}}(?:-[ \t]*){{3,}}$ )
    | (?P<definition> ^(?P<definition_lead>[ ]{{0,3}}\[(?P<definition_name>[^\]\n]+)\]:[ \t]*)
        (?P<definition_target>[^\s:]\S*)(?P<definition_title>{_TITLE})$ )
    | (?P<picture> !\[(?P<alt>{_TEXT})\]\((?P<source>{_TARGET})(?P<picture_title>{_TITLE})\) )
    | (?P<link> (?<!!)\[(?P<text>{_TEXT})\]\((?P<target>{_TARGET})(?P<title>{_TITLE})\) )
    | (?P<anchor> <a\s[^<>]{{0,300}}?href\s*=\s*["']?(?P<href>[^"'\s>]+)["']?[^>]*> )
    | (?P<img> <img\s(?P<img_attributes>[^>]*)> )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
"""Each alternative is named for the method of `Markup` that writes what it matches anew."""
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def attributes(text: str) -> dict[str, str]:
    return {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(text)}
