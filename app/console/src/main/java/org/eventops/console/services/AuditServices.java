package org.eventops.console.services;

import org.eventops.domain.audit.AuditExport;
import org.eventops.domain.audit.AuditService;

/** Who did what here. */
public record AuditServices(AuditService lines, AuditExport export) {}
