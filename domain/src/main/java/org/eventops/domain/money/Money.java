package org.eventops.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount.
 *
 * @param minor integer count of the currency's minor unit (cents; whole yen; thousandths of a
 *     dinar)
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) {

    /** COP and USD two decimals, JPY and CLP none, BHD three. */
    public static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /**
     * @param decimal a plain decimal number such as {@code 120000.00}
     * @throws ArithmeticException if it has more decimals than the currency, or does not fit
     * @throws NumberFormatException if it is not a number
     */
    public static Money parse(String decimal, Currency currency) {
        BigDecimal exact =
                new BigDecimal(decimal).setScale(decimals(currency), RoundingMode.UNNECESSARY);
        return new Money(exact.unscaledValue().longValueExact(), currency);
    }

    /** The plain decimal string with all the currency's decimals: {@code 120000.00}. */
    public String toDecimal() {
        return BigDecimal.valueOf(minor, decimals(currency)).toPlainString();
    }
}
