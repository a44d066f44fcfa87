package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.EarlyBird;
import org.eventops.domain.ticketing.GroupDiscount;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.eventops.domain.ticketing.SigningKey;
import org.jspecify.annotations.Nullable;

/** {@code products}, {@code promos}, {@code questions} and {@code keys}. */
final class CatalogSection {
    private static final Set<String> PRODUCT =
            Set.of(
                    "key",
                    "name",
                    "price",
                    "quantity",
                    "saleStarts",
                    "saleEnds",
                    "earlyBird",
                    "group",
                    "minPerOrder",
                    "maxPerOrder",
                    "addonOf");
    private static final Set<String> EARLY = Set.of("price", "until");
    private static final Set<String> GROUP = Set.of("from", "percentOff");
    private static final Set<String> PROMO =
            Set.of("code", "percentOff", "amountOff", "maxUses", "products", "until");
    private static final Set<String> QUESTION =
            Set.of("key", "label", "type", "required", "askAtCheckin", "products", "choices");
    private static final Set<String> KEY = Set.of("id", "public", "retired");

    private final JsonNode root;
    private final Currency currency;
    private final Problems problems;

    CatalogSection(JsonNode root, Currency currency, Problems problems) {
        this.root = root;
        this.currency = currency;
        this.problems = problems;
    }

    Keyed<Product> products(@Nullable EventContent base) {
        Keyed<Product> products =
                new Keyed<>(base == null ? List.of() : base.products(), Product::key);
        Elements.each(
                root.path("products"),
                "$.products",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, PRODUCT);
                    String key = f.required("key", Limits.KEY);
                    products.name(f, "key", key, product(f, key, products.stored(key)));
                });
        return products;
    }

    private Product product(Fields f, String key, @Nullable Product was) {
        if (was == null && !f.has("price")) {
            problems.add(f.path() + ".price", "", "missing");
        }
        Money price = f.money("price", currency, was == null ? null : was.price());
        return new Product(
                key,
                was == null || f.has("name") ? f.required("name", Limits.NAME) : was.name(),
                price == null ? new Money(0, currency) : price,
                f.count("quantity", was == null ? null : was.quantity()),
                f.instant("saleStarts", was == null ? null : was.saleStarts()),
                f.instant("saleEnds", was == null ? null : was.saleEnds()),
                early(f, was == null ? null : was.earlyBird()),
                group(f, was == null ? null : was.group()),
                f.count("minPerOrder", was == null ? null : was.minPerOrder()),
                f.count("maxPerOrder", was == null ? null : was.maxPerOrder()),
                f.texts("addonOf", was == null ? List.of() : was.addonOf(), Limits.KEY));
    }

    private @Nullable EarlyBird early(Fields product, @Nullable EarlyBird was) {
        if (!product.has("earlyBird")) {
            return was;
        }
        String path = product.path() + ".earlyBird";
        Fields f = new Fields(product.tree("earlyBird"), path, problems, EARLY);
        Money price = f.money("price", currency, was == null ? null : was.price());
        if (price == null && !f.has("price")) {
            problems.add(path + ".price", "", "missing");
        }
        var until = f.requiredInstant("until", was == null ? null : was.until());
        return price == null ? was : new EarlyBird(price, until);
    }

    private @Nullable GroupDiscount group(Fields product, @Nullable GroupDiscount was) {
        if (!product.has("group")) {
            return was;
        }
        String path = product.path() + ".group";
        Fields f = new Fields(product.tree("group"), path, problems, GROUP);
        Integer from = f.count("from", was == null ? null : was.from());
        BigDecimal off = f.percent("percentOff", was == null ? null : was.percentOff());
        if (from == null || off == null) {
            if (!f.has("from") || !f.has("percentOff")) {
                problems.add(path, "", "missing_discount");
            }
            return was;
        }
        return new GroupDiscount(from, off);
    }

    Keyed<Promo> promos(@Nullable EventContent base, Keyed<Product> products) {
        Keyed<Promo> promos = new Keyed<>(base == null ? List.of() : base.promos(), Promo::code);
        Elements.each(
                root.path("promos"),
                "$.promos",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, PROMO);
                    String code = f.required("code", Limits.KEY);
                    Promo promo = promo(f, code, promos.stored(code));
                    References.products(f, "products", promo.products(), products);
                    promos.name(f, "code", code, promo);
                });
        return promos;
    }

    private Promo promo(Fields f, String code, @Nullable Promo was) {
        boolean named = f.has("percentOff") || f.has("amountOff");
        BigDecimal percent =
                f.percent("percentOff", was == null || named ? null : was.percentOff());
        Money amount =
                f.money("amountOff", currency, was == null || named ? null : was.amountOff());
        if (f.has("percentOff") == f.has("amountOff") && (named || was == null)) {
            problems.add(f.path(), code, "one_discount");
        }
        return new Promo(
                code,
                percent,
                amount,
                f.count("maxUses", was == null ? null : was.maxUses()),
                f.texts("products", was == null ? List.of() : was.products(), Limits.KEY),
                f.instant("until", was == null ? null : was.until()));
    }

    Keyed<Question> questions(@Nullable EventContent base, Keyed<Product> products) {
        Keyed<Question> questions =
                new Keyed<>(base == null ? List.of() : base.questions(), Question::key);
        Elements.each(
                root.path("questions"),
                "$.questions",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, QUESTION);
                    String key = f.required("key", Limits.KEY);
                    Question question = question(f, key, questions.stored(key));
                    References.products(f, "products", question.products(), products);
                    questions.name(f, "key", key, question);
                });
        return questions;
    }

    private static Question question(Fields f, String key, @Nullable Question was) {
        return new Question(
                key,
                was == null
                        ? java.util.Objects.requireNonNullElse(
                                f.text("label", key, Limits.REASON), key)
                        : java.util.Objects.requireNonNullElse(
                                f.text("label", was.label(), Limits.REASON), key),
                f.choice(
                        "type",
                        QuestionType.class,
                        was == null ? QuestionType.TEXT : was.type(),
                        false),
                f.bool("required", was != null && was.required()),
                f.bool("askAtCheckin", was != null && was.askAtCheckin()),
                f.texts("products", was == null ? List.of() : was.products(), Limits.KEY),
                f.texts("choices", was == null ? List.of() : was.choices(), Limits.NAME));
    }

    Keyed<SigningKey> keys(@Nullable EventContent base) {
        Keyed<SigningKey> keys =
                new Keyed<>(base == null ? List.of() : base.keys(), SigningKey::id);
        Elements.each(
                root.path("keys"),
                "$.keys",
                problems,
                (node, path) -> {
                    Fields f = new Fields(node, path, problems, KEY);
                    String id = f.required("id", Limits.KEY);
                    SigningKey was = keys.stored(id);
                    String key =
                            was == null || f.has("public")
                                    ? f.required("public", Limits.REASON)
                                    : was.publicKey();
                    var retired = f.instant("retired", was == null ? null : was.retired());
                    keys.name(f, "id", id, new SigningKey(id, key, retired));
                });
        return keys;
    }
}
