package dev.loopscope.scaffold.suite.resource.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static Content parameter(String name) {
    return Content.of(new Part.Parameter(name, List.of()));
  }

  @Test
  void objectWithMoreAttributesThanAreFollowedIsTakenAsAWhole() {
    Content object = parameter("self");
    for (int at = 0; at < 65; at++) {
      object = object.with(List.of("field" + at), parameter("client"));
    }

    assertThat(object.attributes()).isEmpty();
    assertThat(object.parts())
        .containsExactly(
            new Part.Parameter("self", List.of()), new Part.Parameter("client", List.of()));
  }

  @Test
  void objectWithTooMuchInItIsUnread() {
    Content object = parameter("self");
    for (int at = 0; at < 65; at++) {
      object = object.with(List.of("field" + at), parameter("client" + at));
    }

    assertThat(object).isEqualTo(Content.unread("there is too much in it"));
  }

  @Test
  void oneReasonNotToKnowIsAsGoodAsMany() {
    Content object =
        Content.unread("it is of a library").and(Content.unread("it is set somewhere else"));

    assertThat(object.parts()).containsExactly(new Part.Unread("it is of a library"));
  }
}
