package org.eventops.persistence.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "setting")
class SettingEntity {
    @Id String name;
    String content;
}
