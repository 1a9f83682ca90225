package dev.loopscope.scaffold.python.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceTextTest {
  @Test
  void aPlaceIsCountedInEachUnit() {
    SourceText source = SourceText.of("a = 1\nä = '€😀' + b\n");
    int b = source.text().indexOf('b');
    assertThat(source.position(b)).isEqualTo(new Position(2, 12, 11, 17));
    assertThat(source.offset(2, 17)).isEqualTo(b);
  }

  @Test
  void everyLineEndOfPythonEndsALine() {
    SourceText source = SourceText.of("a\nb\r\nc\rd\fe\u2028f");
    assertThat(source.lines()).isEqualTo(4);
    assertThat(source.lineStart(3)).isEqualTo(5);
    assertThat(source.lineAt(source.text().indexOf('f'))).isEqualTo(4);
    assertThat(source.lineAt(source.text().indexOf('\r'))).isEqualTo(2);
  }

  @Test
  void byteOrderMarkIsKeptApartFromTheText() throws Exception {
    byte[] bytes = "\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8);
    SourceText source = SourceText.decode(bytes);
    assertThat(source.text()).isEqualTo("x = 1\n");
    assertThat(source.byteOrderMark()).isTrue();
    assertThat(source.encode()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# coding: latin-1\n",
        "# -*- coding: iso-8859-1 -*-\n",
        "#!/usr/bin/env python\n# vim: set fileencoding=Latin_1 :\n",
        "\n  # coding=latin-1\n",
        "#\r# coding=latin-1\r",
      })
  void declaredEncodingIsUsed(String start) throws Exception {
    byte[] bytes = (start + "x = 'ä'\n").getBytes(StandardCharsets.ISO_8859_1);
    SourceText source = SourceText.decode(bytes);
    assertThat(source.text()).isEqualTo(start + "x = 'ä'\n");
    assertThat(source.encode()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a\n# coding: latin-1\n",
        "\n\n# coding: latin-1\n",
        "x = 1 # coding: latin-1\n",
        "# encoding latin-1\n",
      })
  void declarationInTheWrongPlaceIsAComment(String start) throws Exception {
    byte[] bytes = (start + "x = 'ä'\n").getBytes(StandardCharsets.UTF_8);
    assertThat(SourceText.decode(bytes).text()).isEqualTo(start + "x = 'ä'\n");
  }

  @Test
  void encodingsOfOtherPlacesAreRead() throws Exception {
    byte[] bytes = "# coding: euc_jp\nx = '日本'\n".getBytes(Charset.forName("EUC-JP"));
    assertThat(SourceText.decode(bytes).text()).contains("日本");
  }

  @Test
  void bytesOutsideTheEncodingAreRefused() {
    byte[] bytes = {'x', '=', '\'', (byte) 0xE4, '\'', '\n'};
    assertThatThrownBy(() -> SourceText.decode(bytes))
        .isInstanceOf(UndecodableSourceException.class)
        .hasMessage("holds bytes that are not utf-8");
  }

  @Test
  void replacementCharacterThatTheFileHoldsIsRead() throws Exception {
    byte[] bytes = "x = '\uFFFD'\n".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceText.decode(bytes).text()).isEqualTo("x = '\uFFFD'\n");
  }

  @Test
  void unknownEncodingIsRefused() {
    byte[] bytes = "# coding: klingon\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SourceText.decode(bytes))
        .isInstanceOfSatisfying(
            UndecodableSourceException.class,
            refusal -> assertThat(refusal.encoding()).isEqualTo("klingon"))
        .hasMessage("declares the unknown encoding klingon");
  }

  @Test
  void markAndDeclarationThatDisagreeAreRefused() {
    byte[] bytes = "\uFEFF# coding: latin-1\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SourceText.decode(bytes))
        .hasMessage("starts with a UTF-8 byte order mark but declares the encoding latin-1");
  }
}
