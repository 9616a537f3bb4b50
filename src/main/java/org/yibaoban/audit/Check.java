package org.yibaoban.audit;

import java.util.List;

/** One rule's look at a stay. */
@FunctionalInterface
interface Check {

    List<Hit> on(AuditedStay stay, AuditSettings settings);
}
