package freemarker.numbers;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/**
 * Stands for {@code java.text.DecimalFormat} where FreeMarker prepares to write numbers, for which
 * Java would read what it knows of locales, in each run. No template has a number in it: their
 * dialect knows none.
 */
public final class DecimalFormat extends NumberFormat {
  private static final long serialVersionUID = 1;
  private static final String NONE = "templates have no numbers";

  /** A format that writes nothing. */
  public DecimalFormat(String pattern, DecimalFormatSymbols symbols) {}

  /** Symbols that nothing is written with. */
  public DecimalFormatSymbols getDecimalFormatSymbols() {
    return new DecimalFormatSymbols(Locale.ROOT);
  }

  /** Sets the symbols that numbers would be written with. */
  public void setDecimalFormatSymbols(DecimalFormatSymbols symbols) {}

  /** Sets whether whole numbers would end with a full stop. */
  public void setDecimalSeparatorAlwaysShown(boolean shown) {}

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    throw new UnsupportedOperationException(NONE);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    throw new UnsupportedOperationException(NONE);
  }

  @Override
  public Number parse(String text, ParsePosition position) {
    throw new UnsupportedOperationException(NONE);
  }
}
