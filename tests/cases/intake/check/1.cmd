intake check
