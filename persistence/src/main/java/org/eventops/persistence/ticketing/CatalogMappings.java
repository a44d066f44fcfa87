package org.eventops.persistence.ticketing;

import java.util.Currency;
import java.util.List;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.EarlyBird;
import org.eventops.domain.ticketing.GroupDiscount;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.persistence.event.EventMappings;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.TextList;
import org.jspecify.annotations.Nullable;

/** What an event sells and asks, as rows. */
final class CatalogMappings {
    static final RowMapping<ProductEntity, Product> PRODUCT =
            new RowMapping<>(
                    ProductEntity.class,
                    ProductEntity::new,
                    CatalogMappings::product,
                    CatalogMappings::put,
                    Product::key);
    static final RowMapping<PromoEntity, Promo> PROMO =
            new RowMapping<>(
                    PromoEntity.class,
                    PromoEntity::new,
                    CatalogMappings::promo,
                    CatalogMappings::put,
                    Promo::code);
    static final RowMapping<QuestionEntity, Question> QUESTION =
            new RowMapping<>(
                    QuestionEntity.class,
                    QuestionEntity::new,
                    CatalogMappings::question,
                    CatalogMappings::put,
                    Question::key);
    static final RowMapping<SigningKeyEntity, SigningKey> SIGNING_KEY =
            new RowMapping<>(
                    SigningKeyEntity.class,
                    SigningKeyEntity::new,
                    row -> new SigningKey(row.key, row.publicKey, row.retired),
                    CatalogMappings::put,
                    SigningKey::id);
    static final RowMapping<RevokedCodeEntity, String> REVOKED =
            new RowMapping<>(
                    RevokedCodeEntity.class,
                    RevokedCodeEntity::new,
                    row -> row.code,
                    (code, row) -> row.code = CanonicalRows.text(code),
                    code -> code);

    private CatalogMappings() {}

    static List<Class<?>> entities() {
        return List.of(
                ProductEntity.class,
                PromoEntity.class,
                QuestionEntity.class,
                SigningKeyEntity.class,
                RevokedCodeEntity.class);
    }

    private static Product product(ProductEntity row) {
        return new Product(
                row.key,
                row.name,
                money(row.price, row.currency),
                row.quantity,
                row.saleStarts,
                row.saleEnds,
                early(row),
                group(row),
                row.minPerOrder,
                row.maxPerOrder,
                TextList.split(row.addonOf));
    }

    private static @Nullable EarlyBird early(ProductEntity row) {
        Long price = row.earlyPrice;
        return price == null || row.earlyUntil == null
                ? null
                : new EarlyBird(money(price, row.currency), row.earlyUntil);
    }

    private static @Nullable GroupDiscount group(ProductEntity row) {
        Integer from = row.groupFrom;
        return from == null || row.groupPercent == null
                ? null
                : new GroupDiscount(from, EventMappings.decimal(row.groupPercent));
    }

    static Money money(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    private static void put(Product product, ProductEntity row) {
        row.key = product.key();
        row.name = CanonicalRows.text(product.name());
        row.price = product.price().minor();
        row.currency = product.price().currency().getCurrencyCode();
        row.quantity = product.quantity();
        row.saleStarts = product.saleStarts();
        row.saleEnds = product.saleEnds();
        EarlyBird early = product.earlyBird();
        row.earlyPrice = early == null ? null : early.price().minor();
        row.earlyUntil = early == null ? null : early.until();
        GroupDiscount group = product.group();
        row.groupFrom = group == null ? null : group.from();
        row.groupPercent = group == null ? null : group.percentOff();
        row.minPerOrder = product.minPerOrder();
        row.maxPerOrder = product.maxPerOrder();
        row.addonOf = TextList.join(product.addonOf());
    }

    private static Promo promo(PromoEntity row) {
        Long amount = row.amountOff;
        return new Promo(
                row.code,
                row.percentOff == null ? null : EventMappings.decimal(row.percentOff),
                amount == null ? null : money(amount, row.currency),
                row.maxUses,
                TextList.split(row.products),
                row.until);
    }

    private static void put(Promo promo, PromoEntity row) {
        row.code = promo.code();
        row.percentOff = promo.percentOff();
        Money amount = promo.amountOff();
        row.amountOff = amount == null ? null : amount.minor();
        row.currency = amount == null ? "XXX" : amount.currency().getCurrencyCode();
        row.maxUses = promo.maxUses();
        row.products = TextList.join(promo.products());
        row.until = promo.until();
    }

    private static Question question(QuestionEntity row) {
        return new Question(
                row.key,
                row.label,
                QuestionType.valueOf(row.type),
                row.required,
                row.askAtCheckin,
                TextList.split(row.products),
                TextList.split(row.choices));
    }

    private static void put(Question question, QuestionEntity row) {
        row.key = question.key();
        row.label = CanonicalRows.text(question.label());
        row.type = question.type().name();
        row.required = question.required();
        row.askAtCheckin = question.askAtCheckin();
        row.products = TextList.join(question.products());
        row.choices = TextList.join(question.choices());
    }

    private static void put(SigningKey key, SigningKeyEntity row) {
        row.key = key.id();
        row.publicKey = key.publicKey();
        row.retired = key.retired();
    }
}
