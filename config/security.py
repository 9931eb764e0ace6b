"""What a browser may load on Stet's pages: the content security policy.

Everything comes from the site itself; no script or style may stand in the page's markup unless it
carries the request's nonce. The admin alone may use style attributes, which its editor sets
(``config/admin.py``). https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP
"""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

STYLES_IN_MARKUP = {"style-src": [UNSAFE_INLINE]}
