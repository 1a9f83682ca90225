package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
  @Test
  void orderIsKept() {
    assertThat(Questions.BACKENDS.parse("trio,asyncio").inOrder())
        .containsExactly(Backend.TRIO, Backend.ASYNCIO);
  }

  @Test
  void repeatedBackendIsRefused() {
    assertThat(refusal("asyncio,asyncio").what()).isEqualTo("`asyncio` is named twice");
  }

  @Test
  void unknownBackendIsRefusedWithWhatIsAllowed() {
    Refusal refusal = refusal("curio");
    assertThat(refusal.what()).isEqualTo("`curio` is no backend");
    assertThat(refusal.where()).isEqualTo("--backends curio");
    assertThat(refusal.next()).contains("asyncio, trio and uvloop");
  }

  @Test
  void mistypedBackendIsSuggested() {
    assertThat(refusal("asyncoi,trio").next()).startsWith("did you mean `asyncio`?");
  }

  @Test
  void emptyItemIsRefused() {
    assertThat(refusal("asyncio,,trio").what()).isEqualTo("a backend's name is empty");
    assertThat(refusal("asyncio,").what()).isEqualTo("a backend's name is empty");
    assertThat(refusal("").what()).isEqualTo("no backend is named");
  }

  @Test
  void noBackendAtAllIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Backends(List.of()));
  }

  private static Refusal refusal(String text) {
    return Names.refusal(() -> Questions.BACKENDS.parse(text));
  }
}
