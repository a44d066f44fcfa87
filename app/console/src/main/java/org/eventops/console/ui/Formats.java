package org.eventops.console.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eventops.domain.money.Money;

/** Money, moments and counts as a person of this language writes them. */
public final class Formats {
    private Formats() {}

    public static String moment(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** As short as the language has it, where there is little room. */
    public static String brief(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    public static String count(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The amount with its currency's code, which is never mistaken for another peso. */
    public static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = Money.decimals(money.currency());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(new java.math.BigDecimal(money.toDecimal()))
                + "\u00a0"
                + money.currency().getCurrencyCode();
    }
}
