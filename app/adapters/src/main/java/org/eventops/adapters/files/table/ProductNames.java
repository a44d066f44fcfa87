package org.eventops.adapters.files.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Product;
import org.jspecify.annotations.Nullable;

/**
 * The products of an event as lists name them: by key or by name. An event without any takes them
 * from the list.
 */
final class ProductNames {
    private static final int KEY_LIMIT = 60;

    private final Map<String, Product> byName = new HashMap<>();
    private final List<Product> made = new ArrayList<>();
    private final List<Product> known;
    private final boolean mayMake;

    ProductNames(List<Product> known) {
        this.known = known;
        this.mayMake = known.isEmpty();
        known.forEach(this::add);
    }

    private void add(Product product) {
        byName.putIfAbsent(HeaderFold.fold(product.key()), product);
        byName.putIfAbsent(HeaderFold.fold(product.name()), product);
    }

    /**
     * @param name as the list has it; absent where it has no such column
     * @param price of this row, for a product that is made
     */
    Product of(@Nullable String name, Money price) throws RowProblem {
        if (name == null && known.size() == 1) {
            return known.getFirst();
        }
        String asked = name == null ? "general" : name;
        Product product = byName.get(HeaderFold.fold(asked));
        if (product != null) {
            return product;
        }
        if (!mayMake) {
            String names = known.stream().map(Product::name).collect(Collectors.joining(", "));
            throw new RowProblem(name == null ? "" : name, "unknown_product", names);
        }
        Product fresh =
                new Product(
                        key(asked),
                        asked,
                        price,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of());
        made.add(fresh);
        add(fresh);
        return fresh;
    }

    private String key(String name) {
        String slug = HeaderFold.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = slug.isEmpty() ? "product" : slug;
        String key = base.length() > KEY_LIMIT ? base.substring(0, KEY_LIMIT) : base;
        boolean taken = made.stream().anyMatch(product -> product.key().equals(key));
        return taken ? key + "-" + (made.size() + 1) : key;
    }

    List<Product> made() {
        return made;
    }
}
