"""What is missing on this machine or unsafe in this site, and the fix.

Every question is a small function from facts to a `Diagnosis`: `machine` asks about tools, `site` about what people
decided; `diagnose` looks the facts up and asks them all.
"""

from .diagnosis import Diagnosis as Diagnosis
from .examination import diagnose as diagnose
