"""Texts that say that it was resolved and not how, or of a cause only that it is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import Stretch, only_words, whole


def only_resolved(text: str) -> Iterator[Stretch]:
    """All of a text that names no step: "fixed", "customer confirmed", "restarted, works now"."""
    return whole(text, ALL_RESOLVED)


def only_unknown(text: str) -> Iterator[Stretch]:
    """All of a text that says of the cause only that nobody knows it."""
    return whole(text, ALL_UNKNOWN)


_OUTCOME = """
    resolved fixed solved closed done ok okay fine works working worked completed corrected repaired
    sorted gone disappeared vanished cleared successful successfully success mitigated remediated
    restored confirmed confirms confirming confirmation verified tested happy satisfied resolution
    fix solution patch applied implemented deployed provided shared given sent helped assisted
    guided supported resolving resolve solve fixing restarted rebooted reinstalled restart reboot
    reinstallation retried retry tried escalated troubleshooting troubleshot troubleshooted handled
    addressed adjusted changed investigated checked
"""
_WHO = """
    i we he she they it you the a an this that these his her their our my customer customers its
    customer's client user users user's team support engineering engineer backend l1 l2 l3 vendor
    colleague colleagues developers development devs ops expert experts specialist specialists sme
    consultant people person anyone nobody us me him himself herself themselves itself sir madam everyone
    everything all someone admin side end own
"""
_WHAT = """
    issue issues problem problems error errors case ticket tickets incident request matter behaviour
    behavior question setting settings configuration config steps step action actions call session
    remote remotely phone chat meeting teams
"""
_REST = """
    wrote write writes provider intervention monday tuesday wednesday thursday friday saturday sunday
    is was are were be been being has have had got get gets seems appears looks does do did can
    could not no more longer any further again now today yesterday after before since already
    finally then and so but or as with without by on in at to for of from per via over during which
    there here thanks thank please well good great normally properly correctly expected persist
    persists persisted occur occurs occurred reproduce reproducible happen happens happened needed
    required necessary reported reports says said informed told agreed agrees accepted closing close
    closure archived archive automatically alone related same time once accordingly responsible
    accept accepts defect bug bugs glitch hiccup line second out normal usual reproduced temporary
    finds meantime round still help helps together also just only few both temporarily permanently
    anymore manage managed started starts went away there's other others some several many most way
    long able helping perform performed performing needful response answer answered reply replied
    replies respond responded contact contacted came come comes back made make makes took take takes
    giving going go continue continues continued monitor monitored monitoring observed observe
    observing seen see let know known will would should must may might while until when if because
    due thus hence therefore very much quickly completely fully entirely totally partially mostly
    currently previously initially eventually recently meanwhile later soon hours minutes days day
    week weeks two three one first last next final initial behind new old current assistance
    guidance efforts effort work attempt attempts process procedure measures activity suitable
    appropriate relevant proper internal internally external externally mail email e-mail ticket's
    cause root reason found find identified identify anything something nothing what whatever how
    why none never maintenance overnight field agreement needs need tries try requested request
    recommended recommend applying apply stop stopped stopping say saying change changes solves
    fixes helped feedback positive approval approved consent okayed outcome result results happier
    glad fault faulty trouble troubles concern concerns difficulty difficulties situation topic
    point query queries state stable stabilised stabilized ready usable operational functional
    functioning functions running runs run smooth smoothly fast right correct perfect perfectly nice
    wonderful fortunately luckily apparently obviously probably possibly maybe morning evening night
    noon weekend months moment period hour minute colleague's users' team's helpdesk hotline
    escalation handled handling taken care dealt deal dealing cared looked look looking into through
    throughout across along up off
"""
# Which one was restarted tells no step either; "restart the computer" is one to follow.
_DEVICE = (
    r"(?:(?:the|this|his|her|their|my|our|your)\s{1,3})?"
    r"(?:computers?|pcs?|laptops?|machines?|devices?|servers?|notebook|workstation|system|browser)"
)
_RESTARTED = rf"""
    (?:re-?started|re-?booted|restarting|rebooting)\s{{1,3}}{_DEVICE}
    (?:restart|reboot)\s{{1,3}}of\s{{1,3}}{_DEVICE}
"""
_CLAIM = (
    r"resolved|fixed|solved|closed|done|ok|okay|fine|works?|worked|working|completed|corrected"
    r"|repaired|sorted|gone|disappeared|vanished|cleared|confirm\w*|verified|happy|satisfied"
    r"|helped|assisted|guided|provided|applied|restarted|rebooted|reinstalled|restored"
    r"|mitigated|addressed|handled|successful\w*|escalated|troubleshoot\w*|troubleshot"
    r"|changed|adjusted|implemented|deployed|remediated"
    r"|persists?|occurs?|good|well|anymore|away|back|present|able|needful|agree\w*|archived?|closing"
    r"|issue|accept\w*|normal|found"
)
ALL_RESOLVED = only_words(
    _RESTARTED + (_OUTCOME + _WHO + _WHAT + _REST).replace("'", "['’]"), _CLAIM
)

_NOT_KNOWN = """
    unknown unclear undetermined unidentified unsure uncertain clear determined determine
    established causes reasons rca analysis caused exact exactly yet moment present unfortunately
    available remains remain remained stays idea ideas n.a clue evidence hint hints logs log trace
    traces visible analysed analyzed analyse analyze guess speculation unexplained mystery
    mysterious random randomly sporadic under ever whether cannot unable couldn't can't don't wasn't
    isn't explanation origin despite investigation investigating pending obvious apparent
    information info we're
"""
_CLAIM_UNKNOWN = (
    r"unknown|pending|unexplained|mystery|unclear|undetermined|unidentified|unsure|uncertain|no idea"
    r"|under investigation"
    r"|(?:not|no|never|cannot|unable|couldn['’]t|can['’]t|don['’]t|wasn['’]t|isn['’]t)\b"
    r"[\s\S]{0,60}\b"
    r"(?:know|known|clear|found|find|determined?|identif(?:y|ied)|clarif(?:y|ied)|cause|reason|rca|explanation|idea"
    r"|reproduced?|why|investigated|established?|obvious|say)"
)
ALL_UNKNOWN: re.Pattern[str] = only_words(
    (_NOT_KNOWN + _OUTCOME + _WHO + _WHAT + _REST).replace("'", "['’]"), _CLAIM_UNKNOWN
)
