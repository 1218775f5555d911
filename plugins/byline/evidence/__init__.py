"""Who stands behind a byline: for every text that a pull request changes, what shows that each author agrees."""

from .accounts import approvals_of as approvals_of
from .hosts import request_of as request_of
from .plugin import register as register
