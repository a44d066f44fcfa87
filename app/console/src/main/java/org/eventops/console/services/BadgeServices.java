package org.eventops.console.services;

import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.BadgePlace;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.badge.Printers;

/** Badges: how they look, where they come out, and who has one. */
public record BadgeServices(
        BadgeService badges,
        BadgeDesk desk,
        BadgePlace place,
        BadgePapers papers,
        Printers printers) {}
