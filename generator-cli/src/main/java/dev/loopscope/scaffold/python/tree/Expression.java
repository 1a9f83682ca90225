package dev.loopscope.scaffold.python.tree;

/** What has a value, or can be assigned to. Parentheses around it are not part of it. */
public sealed interface Expression extends Node
    permits Literal, FormattedText, Operation, Display, Comprehension, Primary, Suspension {}
