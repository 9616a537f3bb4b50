package org.yibaoban.sandbox;

import org.junit.jupiter.api.Nested;
import org.yibaoban.fhir.client.ReversalMethod;
import org.yibaoban.office.payer.PayerGateway;

/** The contract of a reversal, over real HTTP against the sandbox, in each way that a payer may want. */
class FhirPayerReversalTest {

    @Nested
    class TaskCancel extends Way {
        TaskCancel() {
            super(ReversalMethod.TASK_CANCEL);
        }
    }

    @Nested
    class CancelOperation extends Way {
        CancelOperation() {
            super(ReversalMethod.CANCEL_OPERATION);
        }
    }

    @Nested
    class StatusCancelled extends Way {
        StatusCancelled() {
            super(ReversalMethod.STATUS_CANCELLED);
        }
    }

    @Nested
    class ReplacingClaim extends Way {
        ReplacingClaim() {
            super(ReversalMethod.REPLACING_CLAIM);
        }
    }

    private abstract static class Way extends PayerReversalContract {
        private final ReversalMethod method;

        Way(ReversalMethod method) {
            this.method = method;
        }

        @Override
        PayerGateway gateway() {
            return Payer.shared().gateway(method);
        }

        @Override
        TestStay person() {
            return TestStay.of("测试撤" + method.ordinal());
        }
    }
}
