package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has each command applied by those whose matter it is, in the caller's transaction. */
@ApplicationScoped
class CommandRules {

    @Inject
    private Admissions admissions;

    @Inject
    private ChargeIntake charges;

    @Inject
    private OrderIntake orders;

    @Inject
    private Identities identities;

    @Inject
    private VisitMerges visitMerges;

    Outcome apply(HisCommand command, long messageId) {
        if (command instanceof HisCommand.PostCharges posted) {
            return charges.post(posted, messageId);
        }
        if (command instanceof HisCommand.PlaceOrders placed) {
            return orders.place(placed, messageId);
        }
        if (command instanceof HisCommand.OfVisit ofVisit) {
            return admissions.apply(ofVisit, messageId);
        }
        if (command instanceof HisCommand.MergePatients merge) {
            return identities.merge(merge, messageId);
        }
        if (command instanceof HisCommand.MergeVisits merge) {
            return visitMerges.merge(merge, messageId);
        }
        if (command instanceof HisCommand.IdentifyVisit identified) {
            return identities.identify(identified, messageId);
        }
        if (command instanceof HisCommand.DescribePatient described) {
            return identities.describe(described);
        }
        HisCommand.Noted noted = (HisCommand.Noted) command;
        return new Outcome.Applied(noted.event() + " 对医保办无影响 / " + noted.event() + " changes nothing here");
    }
}
