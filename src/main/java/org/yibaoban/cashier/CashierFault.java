package org.yibaoban.cashier;

/** Money that must not be taken or given so. */
public class CashierFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** No amount, a negative one, or by a method that is not for it. */
        AMOUNT,
        /** More than is owed, or than the deposit holds. */
        TOO_MUCH,
        /** The share is not settled: nothing is due yet. */
        NOT_SETTLED,
        /** Who is exempt pays no deposit. */
        EXEMPT,
        /** A settled, cancelled or outpatient visit takes no deposit. */
        NO_DEPOSIT,
        /** The deposit is kept until the share is settled and paid. */
        DEPOSIT_HELD,
        /** It is void already, or reverses another one. */
        VOID
    }

    private final Why why;

    /** @param detail the figures; no personal data */
    public CashierFault(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
