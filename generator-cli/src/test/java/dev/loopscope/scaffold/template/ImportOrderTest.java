package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportOrderTest {
  /** As {@code ruff check --select I --fix} leaves them. */
  @Test
  void classesStandAsRuffSortsThem() {
    List<String> sorted =
        List.of(
            "A01Suite",
            "A1Suite",
            "A2BSuite",
            "A2Suite",
            "A10Suite",
            "APISuite",
            "ApiSuite",
            "CachedSuite",
            "CSuite",
            "DbSuite",
            "X1Suite",
            "X9Suite",
            "XaSuite",
            "XSuite");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.reverse(shuffled);

    shuffled.sort(ImportOrder.INSTANCE);

    assertThat(shuffled).isEqualTo(sorted);
  }
}
