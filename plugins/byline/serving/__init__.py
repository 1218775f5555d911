"""The live loop of `byline serve`: watch what people edit, build, show it to browsers, say what is wrong over the page.

`watching` says what was edited. `building` keeps a process at hand that has loaded everything, and has it build. `news`
is what browsers are told of it, `answers` what stands at an address, `server` how both reach a browser.
"""

from .building import Outcome as Outcome
from .building import outcomes as outcomes
from .server import PortError as PortError
from .server import opened as opened
from .watching import changes as changes
