package dev.loopscope.scaffold.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Digests of keys. What the keys of many findings of one line share is digested once. */
public final class Fingerprints {
  private final Map<FindingKey, MessageDigest> begun = new HashMap<>();

  /** The key as 32 hexadecimal digits. */
  public String of(FindingKey key) {
    FindingKey first = new FindingKey(key.rule(), key.path(), key.source(), 1);
    try {
      MessageDigest digest =
          (MessageDigest) begun.computeIfAbsent(first, Fingerprints::begin).clone();
      digest.update(Integer.toString(key.occurrence()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be copied", e);
    }
  }

  private static MessageDigest begin(FindingKey key) {
    String shared = String.join("\n", key.rule(), key.path(), key.source(), "");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(shared.getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
