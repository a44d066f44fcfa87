package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "signing_key")
class SigningKeyEntity extends Row {
    @Column(name = "name_key")
    String key;

    @Column(name = "public_key")
    String publicKey;

    @Nullable Instant retired;
}
