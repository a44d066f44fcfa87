package org.eventops.console.services;

import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.Importer;

/** Files in and out. */
public record FileServices(Importer importer, Exporter exporter) {}
