"""JMESPath (jmespath.org), the language in which models point into messages: parsed, typed against a
model's shapes, and compiled to C++.

`parse` reads the whole language. `typed` compiles what can be known when the code is generated, which
is all that models need; there is no evaluator at run time.
"""
