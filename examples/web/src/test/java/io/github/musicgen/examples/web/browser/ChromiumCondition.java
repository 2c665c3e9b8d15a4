package io.github.musicgen.examples.web.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests where a browser is found, and everywhere if one is required: there they fail for want of it. */
final class ChromiumCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = "required".equals(System.getProperty("musicgen.browser"));
        return required || Chromium.find().isPresent()
                ? ConditionEvaluationResult.enabled("a browser is found or required")
                : ConditionEvaluationResult.disabled("neither chromium nor chromedriver is on the path");
    }
}
