"""The shapes of secrets, as data: those of detect-secrets' detectors, and those it does not know.

Left out are its detectors that guess by entropy or look for a word only: in the prose and logs of
records they cry wolf. `assignment` stands for them.
"""

from __future__ import annotations

DETECTORS = (
    ("an AWS key", "AKIA ASIA ABIA ACCA A3T", "aws.AWSKeyDetector"),
    ("an Azure storage key", "AccountKey=", "azure_storage_key.AzureStorageKeyDetector"),
    ("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", "github_token.GitHubTokenDetector"),
    (
        "a GitLab token",
        "glpat- gldt- glft- glsoat- glrt- GR1348941 glcbt- glimt- glptt- glagent- gloas-",
        "gitlab_token.GitLabTokenDetector",
    ),
    ("a JSON web token", "eyJ", "jwt.JwtTokenDetector"),
    ("a Mailchimp key", "-us", "mailchimp.MailchimpDetector"),
    ("an OpenAI key", "T3BlbkFJ", "openai.OpenAIDetector"),
    ("a PyPI token", "pypi-Ag", "pypi_token.PypiTokenDetector"),
    ("a SendGrid key", "SG.", "sendgrid.SendGridDetector"),
    ("a Slack token", "xox hooks.slack.com", "slack.SlackDetector"),
    ("a Square secret", "sq0csp-", "square_oauth.SquareOAuthDetector"),
    ("a Stripe key", "k_live_", "stripe.StripeDetector"),
    ("a Telegram token", ":AA", "telegram_token.TelegramBotTokenDetector"),
)
"""What it is, the marks of which it holds one itself, and the module and class of the detector."""

DETECTORS_BY_NAME = (("an AWS key", "aws_ AWS_", "aws.AWSKeyDetector"),)
"""The same, where the mark stands in the words before it."""

EXPRESSIONS = (
    ("a GitHub token", "github_pat_", r"github_pat_\w{22,255}"),
    ("an npm token", "npm_", r"npm_[A-Za-z0-9]{36}"),
    ("an npm token", "_authToken=", r":_authToken=([\w-]{20,})"),
    ("a Google API key", "AIza", r"AIza[\w-]{35}"),
    ("a Google client secret", "GOCSPX-", r"GOCSPX-[\w-]{28}"),
    ("a Google token", "ya29.", r"ya29\.[\w-]{20,400}"),
    ("a shared access signature", "sig=", r"[?&;]sig=([\w%+/=-]{30,200})"),
    (
        "a shared access key",
        "SharedAccess",
        r"SharedAccess(?:Key|Signature)=([\w%+/=-]{30,200})",
    ),
    ("an Azure client secret", "Q~", r"[\w~.-]{3}\dQ~[\w~.-]{31,34}"),
    ("a Slack token", "xapp- xox", r"(?:xapp|xoxe|xoxc|xoxd)-[\w%.-]{20,300}"),
    ("an API key", "sk-", r"sk-(?:proj|ant|svcacct)-[\w-]{20,300}"),
    ("an API token", "hf_", r"hf_[A-Za-z]{34}"),
    ("an API token", "dapi", r"dapi[0-9a-f]{32}"),
    ("an API token", "shp", r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
    ("an API token", "_v1_", r"do[opr]_v1_[0-9a-f]{64}"),
    ("a Twilio key", "AC AK SC SK", r"[AS][CK][0-9a-f]{32}(?!\w)"),
    ("an Atlassian token", "ATATT3", r"ATATT3[\w=-]{50,300}"),
    (
        "a session cookie",
        "ESTSAUTH FedAuth rtFa",
        r"(?:ESTSAUTH[A-Z]{0,12}|FedAuth|rtFa)=([\w.+/=%-]{30,300})",
    ),
)
"""The same with expressions of our own."""

EXPRESSIONS_BY_NAME = (
    ("a BitLocker recovery key", "itLocker ITLOCKER ecovery", r"[0-9]{6}(?:-[0-9]{6}){7}(?!\d)"),
    (
        "a password",
        "curl",
        r"\bcurl\b[^\n]{0,120}?\s(?:-u|--user)[ =]?[\"']?[\w.@\\-]{1,60}:([^\s\"'`]{4,100})",
    ),
    (
        "a password",
        "sqlcmd psexec PsExec plink",
        r"(?:sqlcmd|[Pp]s[Ee]xec|plink)\b[^\n]{0,200}?\s-(?:P|p|pw) [\"']?([^\s\"'`]{4,100})",
    ),
    ("a password", "mysql", r"\bmysql\w{0,9}\b[^\n]{0,200}?\s-p[\"']?([^\s\"'`]{4,100})"),
    ("a password", "/user:", r"\bnet use\b[^\n]{0,200}?/user:\S{1,60} ([^\s\"'`/]{4,100})"),
    (
        "a bearer token",
        "earer EARER",
        r"(?i:\bbearer)[ :]{1,3}['\"]?((?=[\w.~+/-]{0,200}\d)[\w.~+/-]{20,300})",
    ),
    (
        "a user name with its password",
        "asic ASIC",
        r"(?i:\bauthorization['\"]?[:=] ?['\"]?basic) ([A-Za-z0-9+/]{12,300})",
    ),
)
"""The same with an expression, the first group of which is the secret where it has one."""
