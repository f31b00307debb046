"""The screens of the weekly guide, one a file. None knows another; the guide page leads."""
