"""Resolutions and causes as agents write them: those that say nothing, and those that do."""

from __future__ import annotations

import pytest

from kb_builder.check.phrases.resolved import only_resolved, only_unknown

NO_STEPS = """\
Fixed.
Issue resolved.
Issue is resolved now.
The issue has been resolved.
Problem solved, customer confirmed.
Customer confirmed that it works.
Customer confirmed the issue is fixed and agreed to close the case.
Restarted and works now.
Rebooted, issue gone.
Restarted it and it is working again.
Works now after restart.
Resolved itself.
The issue resolved on its own.
The problem disappeared by itself.
Fixed by the vendor.
Engineering fixed it on the backend.
Backend team applied a fix and it works now.
Reinstalled, works fine.
User confirmed OK, closing the case.
No further action needed, case closed.
Everything is working as expected now. Thank you.
Resolved during a remote session with the customer.
Helped the customer to resolve the issue.
Guided the user via phone, the issue is solved.
Changed the settings and it works.
Configuration corrected, tested and confirmed.
Applied the fix and the error is gone.
Solution provided to the customer.
Provided the steps to the customer, customer is happy.
The customer fixed it himself.
Customer says it works again today.
Issue no longer occurs.
Done.
OK now
Troubleshooting completed, the issue has been resolved successfully.
Escalated to L3, they resolved it.
- fixed
- customer confirmed
The ticket was closed after confirmation from the user.
All good now.
Customer replied that everything is OK. Closing.
It started working again.
The problem went away.
No response from customer, closing case.
Did the needful.
Behaviour is back to normal.
It was a temporary problem, gone today.
The customer found it out himself.
User restarted the computer and now it works.
Works again after restart of the PC.
It is working fine now sir
Restarted the server, the issue is resolved.
Issue got resolved after the user rebooted his laptop.
Handled by the field team.
""".splitlines()

STEPS = """\
Renewed the certificate of the connector.
Restart the Halyard Mail web service.
Restarted the print spooler and cleared its queue; the customer confirmed that it works.
Set `AllowConflicts` to `False`.
Fixed by installing update KB5001377.
Removed the add-in Aktenplan and the client starts again.
The customer replaced the DNS record and confirmed that it works.
Deleted the profile and created it anew.
Issue was resolved by raising the quota to 50 GB.
Changed the time zone of the series to Europe/Warsaw.
Resolved after the firewall rule for UDP 3478 was added.
Run `hbackup repo unlock`, then it works.
Assigned the role Backup Operator to the service account.
Cleared the token cache and signed in again.
Moved the mailbox to another database.
The license was missing, assigned it.
Disabled hardware acceleration. Works now.
Rolled back the driver to 31.3.
Excluded the folder from the antivirus scan.
The vendor fixed the gateway so that it keeps the DKIM signature.
Password was reset by the admin in the portal.
Increase the timeout of the proxy to 300 seconds.
Waited 24 hours until the policy was replicated.
1. Open Settings. 2. Turn on sync.
Changed the owner of the list to the manager of the user, works now.
Reset the status of the connector.
Replaced the faulty cable.
Asked the vendor to open port 443.
The user has to sign in with the new account.
Updated the agent on the office computers.
To resolve this issue, restart the computer.
""".splitlines()

ONLY_UNKNOWN = """\
Unknown.
unknown
Unknown root cause
Not known.
The cause is unknown.
Root cause not found.
No root cause found.
No RCA available.
The root cause could not be determined.
Could not determine the root cause.
We don't know why it happened.
Unclear, issue resolved itself.
The reason is not clear.
Undetermined
Root cause was not identified as the customer closed the case.
Unknown, the customer confirmed it works now.
Cause unknown at this time.
No idea
It is unclear why this happened.
Unable to determine the cause.
Never found out why.
Root cause is still under investigation.
Cannot be determined anymore.
RCA pending from backend team
""".splitlines()

A_CAUSE = """\
Unknown senders were blocked by the transport rule.
The certificate of an authority that is unknown to the server was used.
Unknown. The trace of three days shows no lost packet, and the disk was ruled out.
The reply address was not registered.
The service account was not a member of the role.
Not enough space on the volume Q:.
The cause is not the update: it occurs on version 7.1 too.
A clean-up task was left over from an upgrade.
No licence was assigned.
The user was not in the group.
The cable was not plugged in.
No permission on the folder.
The cause is not the team.
Probably the option *Shrink to page width*.
The client could not find the server's DNS record.
It is unclear whether the proxy or the firewall ends the connection.
""".splitlines()


def found(find: object, text: str) -> list[str]:
    assert callable(find)
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize("text", NO_STEPS)
def test_a_resolution_that_tells_no_step_is_found_as_a_whole(text: str) -> None:
    assert found(only_resolved, f"\n{text}\n") == [text]


@pytest.mark.parametrize("text", STEPS)
def test_a_resolution_that_tells_a_step_is_left_alone(text: str) -> None:
    assert found(only_resolved, text) == []


@pytest.mark.parametrize("text", ONLY_UNKNOWN)
def test_a_cause_that_is_only_unknown_is_found_as_a_whole(text: str) -> None:
    assert found(only_unknown, text) == [text]


@pytest.mark.parametrize("text", A_CAUSE)
def test_a_cause_that_says_more_than_unknown_is_left_alone(text: str) -> None:
    assert found(only_unknown, text) == []


@pytest.mark.parametrize("find", [only_resolved, only_unknown])
def test_a_megabyte_of_such_words_takes_no_time(find: object) -> None:
    text = "the issue is not resolved " * 40_000
    assert found(find, text + "here: Q") == []
