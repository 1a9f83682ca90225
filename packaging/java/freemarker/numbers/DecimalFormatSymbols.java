package freemarker.numbers;

import java.util.Locale;

/** Stands for {@code java.text.DecimalFormatSymbols}; see {@link DecimalFormat}. */
public final class DecimalFormatSymbols {
  /** Those of no locale in particular. */
  public DecimalFormatSymbols(Locale locale) {}

  /** Sets how infinity would be written. */
  public void setInfinity(String infinity) {}

  /** Sets how what is no number would be written. */
  public void setNaN(String nan) {}
}
