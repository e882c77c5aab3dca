"""The closing steps as pages inside the conversation window."""
