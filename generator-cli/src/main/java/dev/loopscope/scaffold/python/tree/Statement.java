package dev.loopscope.scaffold.python.tree;

/** What a block is made of. */
public sealed interface Statement extends Node
    permits SimpleStatement, CompoundStatement, OpaqueStatement {}
