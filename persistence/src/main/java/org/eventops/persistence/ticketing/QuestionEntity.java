package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;

@Entity
@Table(name = "question")
class QuestionEntity extends Row {
    @Column(name = "name_key")
    String key;

    String label;
    String type;
    boolean required;

    @Column(name = "ask_at_checkin")
    boolean askAtCheckin;

    String products;
    String choices;
}
