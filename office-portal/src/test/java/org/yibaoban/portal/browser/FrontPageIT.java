package org.yibaoban.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

class FrontPageIT extends BrowserTest {

    @Test
    void theFrontPageAnswers() {
        Response response = page.navigate("/");

        assertThat(response.ok()).isTrue();
    }
}
