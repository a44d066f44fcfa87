package org.eventops.console.shell;

/** What the frame shows of the store, the exchange and this console. */
public record Feeds(EventFeed events, SyncFeed sync, HealthFeed health) {}
