package org.eventops.console.services;

import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.Importer;

/** Files in and out, and what a first look needs. */
public record FileServices(Importer importer, Exporter exporter, DemoData demo) {}
