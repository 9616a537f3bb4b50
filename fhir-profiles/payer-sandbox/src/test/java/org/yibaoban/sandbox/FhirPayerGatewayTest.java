package org.yibaoban.sandbox;

import org.yibaoban.office.payer.PayerGateway;

/** The contract, over real HTTP against the sandbox. */
class FhirPayerGatewayTest extends PayerGatewayContract {
    @Override
    PayerGateway gateway() {
        return Payer.shared().gateway();
    }
}
