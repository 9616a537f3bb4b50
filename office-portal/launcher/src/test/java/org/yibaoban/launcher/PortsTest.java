package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedTogetherWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), Setting.MLLP_PORT))
                    .isInstanceOf(StartFault.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("--mllp-port (or YIBAOBAN_MLLP_PORT)");
        }
    }

    @Test
    void aFreePortIsFree() throws IOException {
        int port = Ports.anyFree();

        assertThatCode(() -> Ports.requireFree(port, Setting.HTTP_PORT)).doesNotThrowAnyException();
    }
}
