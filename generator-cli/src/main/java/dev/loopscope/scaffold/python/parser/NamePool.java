package dev.loopscope.scaffold.python.parser;

import java.text.Normalizer;

/**
 * One string for each name of a file, however often it is used there. Names are normalised as PEP
 * 3131 asks.
 */
final class NamePool {
  private final String text;
  private String[] table = new String[256];
  private int[] hashes = new int[256];
  private int size;

  NamePool(String text) {
    this.text = text;
  }

  /** The name from {@code start} to {@code end}. */
  String of(int start, int end) {
    int hash = 0;
    int all = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      hash = 31 * hash + c;
      all |= c;
    }
    if (all >= 128) {
      return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC);
    }
    int length = end - start;
    int slot = hash & (table.length - 1);
    for (String known = table[slot]; known != null; known = table[slot]) {
      if (hashes[slot] == hash && known.length() == length && text.startsWith(known, start)) {
        return known;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(text.substring(start, end), hash, slot);
  }

  private String add(String name, int hash, int slot) {
    table[slot] = name;
    hashes[slot] = hash;
    if (++size * 2 > table.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    String[] oldTable = table;
    int[] oldHashes = hashes;
    table = new String[oldTable.length * 2];
    hashes = new int[table.length];
    for (int old = 0; old < oldTable.length; old++) {
      if (oldTable[old] != null) {
        int slot = oldHashes[old] & (table.length - 1);
        while (table[slot] != null) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = oldTable[old];
        hashes[slot] = oldHashes[old];
      }
    }
  }
}
