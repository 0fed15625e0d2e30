"""Column headings of action tables and logs as councils print them, and what stands below each."""

from __future__ import annotations

import re

# In comparing form.
_WORDS = {
    "task": r"(?:agreed )?(?:actions?|tasks?)(?: (?:required|agreed|needed|points?|items?|description|to be taken|arising))?"
    r"|description|what(?: (?:is to be done|needs doing|needs to be done))?|next steps?|details|resolution",
    "owner": r"(?:by )?whom|(?:by )?who|who by|(?:action )?owners?|action (?:by|for)|for action by"
    r"|(?:persons?|officers?|member) responsible|(?:lead|responsible)(?: (?:officer|person|member|governor|director|party))?"
    r"|responsibility|resp|officer|assigned to|allocated to|actioned by|name|initials",
    "due": r"(?:by )?when|due(?: date| by)?|deadline(?: date)?|target(?: completion)?(?: date)?|completion date|timescales?"
    r"|timeframe|date due|by|date for completion|due for completion|(?:required|complete) by|date required",
    "completed": r"(?:completed|complete|done|actioned|closed)(?: (?:date|on|y n|yes no))?|date (?:completed|done|actioned|closed)",
    "revised": r"(?:revised|new|amended|extended)(?: (?:target|due|completion))? (?:date|deadline)|revised (?:target|timescale)"
    r"|extended to",
    "status": r"(?:current )?(?:status|position|progress|update|outcome|comments?|rag|response)"
    r"(?: (?:and |or |to )?(?:status|progress|updates?|outcome|comments?|date|rating|report|made))?"
    r"|latest (?:position|update)|action taken|open closed",
    "meeting": r"meeting|meeting date|date of (?:the )?(?:meeting|minutes?)|minutes? date|date (?:raised|agreed)|raised",
    "reference": r"(?:agenda )?item(?: (?:no|number))?|(?:log )?(?:ref|reference|no|number)|ref no"
    r"|min(?:ute)?s?(?: (?:no|number|item|ref|reference))?|agenda (?:no|number|ref)|action (?:no|number|ref|reference|id)",
}
#: What a column holds -> its heading.
HEADINGS = {key: re.compile(pattern) for key, pattern in _WORDS.items()}
