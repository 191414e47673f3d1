from __future__ import annotations

from tests.check.mutations.files import Mutation, append

MUTATIONS = (
    Mutation(
        "denied-name",
        "the customer by name",
        append("\nNorthgate Freight was told so in May.\n"),
        "Northgate Freight",
        settings={"denied_names": ["Northgate Freight"]},
    ),
    Mutation(
        "mail-address",
        "the customer's address",
        append("\nAsk zoe.brandt@northgate-freight.de for the next change.\n"),
        "zoe.brandt@",
    ),
    Mutation(
        "payment-card",
        "a card in a log",
        append("\n```text\nPAN=4929 1234 5678 9015 declined\n```\n"),
        "4929",
    ),
    Mutation(
        "phone-number",
        "a direct line",
        append("\nThe officer of the partner is at +44 20 7183 8750 all day.\n"),
        "+44 20",
    ),
    Mutation(
        "public-ip-address",
        "the server's own address",
        append("\nThe partner's second server is 81.169.145.66.\n"),
        "81.169.145.66",
    ),
    Mutation(
        "secret",
        "a password in a command",
        append("\n```text\nnet use Q: /user:EXAMPLE\\admin password=Kraftwerk!47x\n```\n"),
        "password=",
    ),
    Mutation(
        "tenant-guid",
        "the tenant of the customer",
        append("\nThe tenant is 5f0b3c1e-8d27-4a96-b1f4-92ce7d60a3b8 in the portal.\n"),
        "5f0b3c1e",
    ),
)
