package org.eventops.domain.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** Writes lines as a file for others. */
public interface AuditExport {
    /**
     * One row a line, in their order; cells that a spreadsheet would take for a formula are made
     * text.
     */
    @Needs(value = Permission.SEE_AUDIT, wide = true)
    void write(List<AuditLine> lines, OutputStream out) throws IOException;
}
