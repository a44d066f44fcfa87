package org.eventops.persistence.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "checkin_list")
class ListEntity extends Row {
    String name;

    @Column(name = "all_products")
    boolean allProducts;

    String products;

    @Column(name = "include_pending")
    boolean includePending;

    @Column(name = "multiple_entry")
    boolean multipleEntry;

    @Column(name = "reentry_after_exit")
    boolean reentryAfterExit;

    @Column(name = "addon_matching")
    boolean addonMatching;

    @Nullable String rules;
    String gates;

    @Column(name = "date_key")
    @Nullable String date;
}
