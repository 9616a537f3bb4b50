package org.yibaoban.office.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.yibaoban.control.Duty;
import org.yibaoban.control.Rights;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.Account;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.Users;

/** The one rule of two persons: who prepares does not approve, and who approves has the role for it. */
@ApplicationScoped
public class Duties {

    @Inject
    private Rights rights;

    @Inject
    private Users users;

    /**
     * Lets only a second person through.
     *
     * @param subject what it is about, told with who prepared it
     * @throws OfficeRefused for who prepared it, and for who has no role that approves it
     */
    public void requireSecond(TwoPersons action, String preparedBy, String approver, String subject) {
        Duty duty = rights.duty(action);
        if (preparedBy.equals(approver)) {
            throw new OfficeRefused(reason(action), subject + " · " + preparedBy, duty.source());
        }
        if (!users.current(approver)
                .map(Account::user)
                .filter(user -> duty.isFor(user.roles()))
                .isPresent()) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, subject + " · " + duty.approves(), duty.source());
        }
    }

    /** Accounts that may approve what a person prepared, by name. */
    public List<String> seconds(TwoPersons action, String preparedBy) {
        return rights.duty(action).approves().stream()
                .flatMap(role -> users.having(role).stream())
                .filter(name -> !name.equals(preparedBy))
                .distinct()
                .sorted()
                .toList();
    }

    private static ReasonCode reason(TwoPersons action) {
        return switch (action) {
            case REVERSAL,
                    ACCEPTANCE,
                    CATALOGUE_RELEASE,
                    DIFFERENCE_CLOSING,
                    RECEIPT_VOID,
                    DAY_CLOSING,
                    PAYMENT_RECEIPT -> ReasonCode.SAME_PERSON;
            case OVERRULE, REVIEW_PUBLICATION -> ReasonCode.SECOND_PERSON;
        };
    }
}
