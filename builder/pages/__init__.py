"""One module a page kind: Archive -> Pages. No template engine, no clock, no knowledge of earlier builds."""
