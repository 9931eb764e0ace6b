"""From a text to markup: the only place, beside charts, that writes tags, and it escapes.

`resolve` asks all figures of a text at once, `prose` and `figures` write the parts, `page` the whole. Preview
and publication go the same way; they differ in what is done about problems.
"""
